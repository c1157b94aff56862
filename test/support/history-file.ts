import { type HistoryFile, historyIn } from '../../core/history/file';
import { atOnce } from '../../core/steps';

/** As `historyIn`, without a pause. */
export function readHistory(text: string): HistoryFile {
  return atOnce(historyIn(text));
}
