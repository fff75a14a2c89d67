import type { IFunding } from '../model';
import { rorId } from './ror';

/**
 * Funders by their number in the Open Funder Registry (prefix 10.13039), with
 * the ROR id by which the site knows them. Sources: Crossref, Open Funder
 * Registry; ROR; Zenodo's list of funders whose grants it has.
 */
const FUNDERS: ReadonlyMap<string, readonly [ror: string, name: string]> =
  new Map([
    ['501100001665', ['00rbzpz17', 'Agence Nationale de la Recherche']],
    ['501100002341', ['05k73zm37', 'Research Council of Finland']],
    ['501100000923', ['05mmh0f86', 'Australian Research Council']],
    ['100018231', ['03zj4c476', 'Aligning Science Across Parkinson’s']],
    ['501100000024', ['01gavpb45', 'Canadian Institutes of Health Research']],
    ['501100000780', ['00k4n6c32', 'European Commission']],
    ['501100000806', ['02k4b9v70', 'European Environment Agency']],
    ['501100001871', ['00snfqn58', 'Fundação para a Ciência e Tecnologia']],
    ['501100002428', ['013tf3c58', 'FWF Austrian Science Fund']],
    ['501100004488', ['03n51vw80', 'Croatian Science Foundation']],
    ['501100004564', ['01znas443', 'Ministry of Education, Science and Technological Development']],
    ['501100000925', ['011kf5r70', 'National Health and Medical Research Council']],
    ['100000002', ['01cwqze88', 'National Institutes of Health']],
    ['501100000038', ['01h531d29', 'Natural Sciences and Engineering Research Council']],
    ['100000001', ['021nxhr62', 'U.S. National Science Foundation']],
    ['501100003246', ['04jsz6e67', 'Dutch Research Council']],
    ['501100000690', ['001aqnf71', 'UK Research and Innovation']],
    ['100014013', ['001aqnf71', 'UK Research and Innovation']],
    ['501100001602', ['0271asj38', 'Science Foundation Ireland']],
    ['501100001711', ['00yjd3n13', 'Swiss National Science Foundation']],
    ['100001345', ['006cvnv84', 'Social Science Research Council']],
    ['501100004410', ['04w9kkr77', 'Scientific and Technological Research Council of Turkey']],
    ['100004440', ['029chgv08', 'Wellcome Trust']],
    ['501100006364', ['03m8vkq32', 'Institut National Du Cancer']],
    ['501100001659', ['018mejw64', 'Deutsche Forschungsgemeinschaft']]
  ]); // prettier-ignore

/** Whose grants stood in deposits without a funder. */
const EUROPEAN_COMMISSION = '501100000780';

/** The funder of a DOI of the Open Funder Registry, or of a ROR id; null for others. */
export function funderOf(written: string): IFunding['funder'] | null {
  const number = /(?:^|\/)10\.13039\/(\d+)$/.exec(written.trim())?.[1];
  const known = FUNDERS.get(number ?? '');
  if (known) {
    return { id: known[0], name: known[1] };
  }
  const ror = rorId(written);
  if (!ror) {
    return null;
  }
  const name = [...FUNDERS.values()].find(([id]) => id === ror)?.[1];
  return { id: ror, name: name ?? ror };
}

/** The DOI in the Open Funder Registry of a funder's ROR id; '' where it is not known. */
export function funderDoi(ror: string): string {
  const found = [...FUNDERS].find(([, [id]]) => id === ror);
  return found ? `10.13039/${found[0]}` : '';
}

/**
 * A grant as deposits name it: a bare number of the European Commission's, or
 * `10.13039/501100000780::654241`, or with a ROR id in front. Null for what is
 * none of them, or of a funder that is not known.
 *
 * Source: Zenodo's documentation of `grants`; metadata crosswalk 3a.
 */
export function grantOf(written: string): Omit<IFunding, 'key'> | null {
  const text = written.trim();
  const [, prefix = `10.13039/${EUROPEAN_COMMISSION}`, number = ''] =
    /^(?:(\S+?)::)?([^\s:]+)$/.exec(text) ?? [];
  const funder = number ? funderOf(prefix) : null;
  return (
    funder && {
      funder,
      award: { id: `${funder.id}::${number}`, number, title: '', url: '' }
    }
  );
}
