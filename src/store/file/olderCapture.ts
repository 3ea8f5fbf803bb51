import type { DatabaseSync } from 'node:sqlite';

/**
 * Adds what captures lacked before bytes were kept as received, so that they are read like others: for
 * this connection alone, the file stays as it is. Their codings are known, but only decoded bytes are.
 */
export function completeOlderCapture(database: DatabaseSync): void {
	const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'attempt'").get();
	if (isThere !== undefined) return;
	database.exec(`
		CREATE TEMP TABLE coded_segment (offset INTEGER PRIMARY KEY, attempt, first_chunk, bytes, chunks);
		CREATE TEMP TABLE attempt AS
			SELECT attempt, opened, coding, ending,
				min(offset) AS body_offset, max(offset + length(bytes)) - min(offset) AS body_size,
				NULL AS coded_offset, NULL AS coded_size
			FROM segment LEFT JOIN (
				SELECT attempt,
					max(time) FILTER (WHERE kind = 'open') AS opened,
					max(json_extract(details, '$.response.contentCoding'))
						FILTER (WHERE kind = 'open') AS coding,
					max(data) FILTER (WHERE kind <> 'open') AS ending
				FROM entry WHERE kind IN ('open', 'closed', 'failed') GROUP BY attempt
			) USING (attempt)
			GROUP BY attempt;
	`);
}
