import { ColumnTools } from './columnTools';
import { CompletionList } from './completionList';
import { DetailViews } from './detailViews';
import { FindBar } from './findBar';
import { openRowMenu } from './rowMenu';
import { openSavedFilterMenu } from './savedFilterMenu';

/** What a page does without until somebody opens an entry, touches a column, types a filter, looks for text, or opens the menu of a row or of saved filters. Loaded by `loadOnDemand`. */
export const onDemand = {
	ColumnTools,
	CompletionList,
	DetailViews,
	FindBar,
	openRowMenu,
	openSavedFilterMenu,
} as const;
