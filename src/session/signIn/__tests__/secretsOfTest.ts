import type {
  IKeptSecret,
  ISecretStore
} from '../../../core/signIn/secretStore';

/** A manager of secrets that outlives pages: what is kept goes through JSON. */
export class SecretsOfTest implements ISecretStore {
  readonly kept = new Map<string, string>();
  /** What was asked of it. */
  readonly calls: string[] = [];
  /** Called before anything is done; may throw. */
  before: (call: string) => void | Promise<void> = () => undefined;

  async load(siteUrl: string): Promise<IKeptSecret | null> {
    await this._called('load');
    return JSON.parse(this.kept.get(siteUrl) ?? 'null') as IKeptSecret | null;
  }

  async save(siteUrl: string, secret: IKeptSecret): Promise<void> {
    await this._called('save');
    this.kept.set(siteUrl, JSON.stringify(secret));
  }

  async remove(siteUrl: string): Promise<void> {
    await this._called('remove');
    this.kept.delete(siteUrl);
  }

  private async _called(call: string): Promise<void> {
    this.calls.push(call);
    await this.before(call);
  }
}
