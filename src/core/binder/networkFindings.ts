/**
 * What code fetches over ways that are closed on mybinder.org: it lets nothing
 * out but to a few TCP ports (mybinder.org-deploy, `mybinder/values.yaml` of
 * 2026-08-05).
 */
import { IFinding, IPlace } from '../finding';
import { ITranslator } from '../text';

/** The ports to which mybinder.org lets through: web, git, rsync, and three for data. */
export const BINDER_PORTS: readonly number[] = [
  80, 443, 9418, 873, 1094, 1095, 16286, 4001
];

/** A piece of code, and where it is. */
export interface ICodePiece {
  readonly place: IPlace;
  readonly text: string;
}

/* Schemes of files, shells and databases, and their ports. */
const PORTS: Readonly<Record<string, number>> = {
  ftp: 21,
  ftps: 990,
  sftp: 22,
  ssh: 22,
  scp: 22,
  smb: 445,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  mariadb: 3306,
  mssql: 1433,
  oracle: 1521,
  mongodb: 27017,
  redis: 6379,
  http: 80,
  https: 443
};

const ADDRESS =
  /\b([a-z]{3,10})(?:\+[a-z0-9]{1,20})?:\/\/(?:[^\s"'`/?#@]{1,200}@)?([\w.-]{1,200})(?::(\d{1,5}))?/gi;

const LOCAL = /^(?:localhost|127\.[\d.]+|0\.0\.0\.0)$/i;

/** Addresses in code that a session on Binder cannot reach; each one once. */
export function networkFindings(
  pieces: readonly ICodePiece[],
  trans: ITranslator
): IFinding[] {
  const seen = new Set<string>();
  return pieces.flatMap(({ place, text }) =>
    [...text.matchAll(ADDRESS)].flatMap(([, name, host, said]): IFinding[] => {
      const scheme = name.toLowerCase();
      const isKnown = Object.prototype.hasOwnProperty.call(PORTS, scheme);
      const port = Number(said ?? PORTS[scheme]);
      const shown = `${scheme}://${host}${said ? `:${said}` : ''}`;
      if (
        !isKnown ||
        LOCAL.test(host) ||
        BINDER_PORTS.includes(port) ||
        seen.has(shown)
      ) {
        return [];
      }
      seen.add(shown);
      return [
        {
          id: 'binder.network',
          severity: 'warning',
          section: 'environment',
          message: trans.__(
            'Binder lets nobody reach %1. Put these data into the bundle, or fetch them over https.',
            shown.slice(0, 80)
          ),
          place,
          excerpt: shown.slice(0, 80)
        }
      ];
    })
  );
}
