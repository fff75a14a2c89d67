export const top: string;
export const labPort: string;
export const labUrl: string;
export const zenodoPort: string;
export const allServers: readonly {
  readonly labPort: string;
  readonly labUrl: string;
  readonly zenodoPort: string;
  readonly siteUrl: string;
  readonly siteCreds: string;
  readonly jupyterFolder: string;
}[];
export const realSite: boolean;
export const siteUrl: string;
export const siteDoiPrefix: string;
export const siteCreds: string;
export const clientId: string;
export const clientSecret: string;
export const jupyterFolder: string;
