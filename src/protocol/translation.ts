/** Sentences of another language by their English ones, as in the bundles of media/l10n. */
export type Translation = Readonly<Record<string, string>>;
