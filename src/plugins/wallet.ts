import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IWallet, Wallet } from '../session/wallet';
import { IPageWallet } from './tokens';

/** Holds the access tokens of this page, in memory only. */
export const wallet: JupyterFrontEndPlugin<IWallet> = {
  id: 'jupyterlab-zenodo-publisher:wallet',
  description: 'Holds the access tokens of this page, in memory only.',
  autoStart: true,
  provides: IPageWallet,
  activate: (): IWallet => new Wallet()
};
