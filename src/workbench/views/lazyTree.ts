import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable';

/** What a tree shows. */
export interface TreeContent<T> extends Disposable {
	getChildren(node?: T): vscode.ProviderResult<T[]>;
	getTreeItem(node: T): vscode.TreeItem;
	getParent(node: T): T | undefined;
	/** Whether anybody can see it. */
	setVisible(isVisible: boolean): void;
}

/** A view whose content is made, and whose code is read, when it is first looked at. */
export class LazyTree<T> implements vscode.TreeDataProvider<T>, Disposable {
	private readonly owned = new DisposableStore();
	private readonly changed = this.owned.register(new vscode.EventEmitter<T | undefined>());
	readonly onDidChangeTreeData = this.changed.event;
	readonly view: vscode.TreeView<T>;
	private content: TreeContent<T> | undefined;
	private isListed = false;

	/**
	 * @param listedKey The context key that says that what there is has been listed: until then it is not known to be empty.
	 * @param load Makes the content, which calls `refresh` when it, or a node of it, looks different.
	 */
	constructor(
		id: string,
		private readonly listedKey: string,
		private readonly load: (refresh: (node?: T) => void) => Promise<TreeContent<T>>,
	) {
		this.view = this.owned.register(vscode.window.createTreeView(id, { treeDataProvider: this }));
		this.owned.register(
			this.view.onDidChangeVisibility(({ visible }) => this.content?.setVisible(visible)),
		);
	}

	async getChildren(node?: T): Promise<T[]> {
		if (this.content === undefined) {
			const content = await this.load(one => this.changed.fire(one));
			// Two questions at once are possible.
			if (this.content === undefined) {
				this.content = this.owned.register(content);
				content.setVisible(this.view.visible);
			} else content.dispose();
		}
		const children = (await this.content.getChildren(node)) ?? [];
		if (!this.isListed) void vscode.commands.executeCommand('setContext', this.listedKey, true);
		this.isListed = true;
		return children;
	}

	getTreeItem(node: T): vscode.TreeItem {
		return this.content?.getTreeItem(node) ?? new vscode.TreeItem('');
	}

	getParent(node: T): T | undefined {
		return this.content?.getParent(node);
	}

	dispose(): void {
		this.owned.dispose();
	}
}
