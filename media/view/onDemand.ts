import { DetailViews } from './detailViews';
import { openRowMenu } from './rowMenu';
import { openSavedFilterMenu } from './savedFilterMenu';

/** What a page does without until somebody opens an entry, or the menu of a row or of saved filters. Loaded by `loadOnDemand`. */
export const onDemand = { DetailViews, openRowMenu, openSavedFilterMenu } as const;
