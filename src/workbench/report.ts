import * as vscode from 'vscode';
import { causeChain, HumanError } from '../base/errors';
import { CalledOff } from './secret/ask';

/**
 * The one place that shows an error: a {@link HumanError} as it is, anything else as a bug of ours,
 * logged with its stack.
 */
export class Report {
	constructor(private readonly log: vscode.LogOutputChannel) {}

	/** Shows `error` once, unless the user called off what it is about; never throws. */
	show(error: unknown): void {
		if (error instanceof CalledOff) {
			this.log.info(error.message);
			return;
		}
		if (error instanceof HumanError) {
			this.log.warn(causeChain(error).join(' ← '));
			void vscode.window.showErrorMessage(error.message);
			return;
		}
		this.log.error(error instanceof Error ? error : String(error));
		const showLog = vscode.l10n.t('Show Log');
		void vscode.window
			.showErrorMessage(vscode.l10n.t('Something went wrong in Event Stream Inspector.'), showLog)
			.then(answer => {
				if (answer === showLog) this.log.show();
			});
	}

	/** Runs `work` in the background and shows what it throws. */
	guard(work: Promise<unknown>): void {
		work.catch((error: unknown) => this.show(error));
	}

	/** A function for VS Code to call, whose errors are shown instead of thrown at it. */
	guarded<A extends unknown[], R>(run: (...args: A) => R | Promise<R>) {
		return async (...args: A): Promise<R | undefined> => {
			try {
				return await run(...args);
			} catch (error) {
				this.show(error);
				return undefined;
			}
		};
	}
}
