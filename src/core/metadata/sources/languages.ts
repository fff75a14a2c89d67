import type { IChoice } from '../model';

/** Codes of two letters, each followed by its code of three. Source: ISO 639-1 and 639-3. */
const TWO_LETTERS =
  'aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze ' +
  'babak bebel bgbul bibis bmbam bnben bobod brbre bsbos cacat ceche chcha ' +
  'cocos crcre csces cuchu cvchv cycym dadan dedeu dvdiv dzdzo eeewe elell ' +
  'eneng eoepo esspa etest eueus fafas ffful fifin fjfij fofao frfra fyfry ' +
  'gagle gdgla glglg gngrn guguj gvglv hahau heheb hihin hohmo hrhrv hthat ' +
  'huhun hyhye hzher iaina idind ieile igibo iiiii ikipk ioido isisl itita ' +
  'iuiku jajpn jvjav kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor ' +
  'krkau kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao ' +
  'ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal mnmon mrmar msmsa mtmlt ' +
  'mymya nanau nbnob ndnde nenep ngndo nlnld nnnno nonor nrnbl nvnav nynya ' +
  'ococi ojoji omorm orori ososs papan pipli plpol pspus ptpor quque rmroh ' +
  'rnrun roron rurus rwkin sasan scsrd sdsnd sesme sgsag shhbs sisin skslk ' +
  'slslv smsmo snsna sosom sqsqi srsrp ssssw stsot susun svswe swswa tatam ' +
  'tetel tgtgk ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi ' +
  'tytah uguig ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid ' +
  'yoyor zazha zhzho zuzul';

/** Codes that libraries use in the place of those of ISO 639-3. Source: ISO 639-2/B. */
const LIBRARIES: ReadonlyMap<string, string> = new Map([
  ['alb', 'sqi'],
  ['arm', 'hye'],
  ['baq', 'eus'],
  ['bur', 'mya'],
  ['chi', 'zho'],
  ['cze', 'ces'],
  ['dut', 'nld'],
  ['fre', 'fra'],
  ['geo', 'kat'],
  ['ger', 'deu'],
  ['gre', 'ell'],
  ['ice', 'isl'],
  ['mac', 'mkd'],
  ['mao', 'mri'],
  ['may', 'msa'],
  ['per', 'fas'],
  ['rum', 'ron'],
  ['slo', 'slk'],
  ['tib', 'bod'],
  ['wel', 'cym']
]);

const BY_TWO: ReadonlyMap<string, string> = new Map(
  TWO_LETTERS.split(' ').map(pair => [pair.slice(0, 2), pair.slice(2)])
);

const names = new Intl.DisplayNames(['en'], {
  type: 'language',
  fallback: 'none'
});

/** The English name of a language; '' where it is not known. */
function nameOf(code: string): string {
  return names.of(code) ?? '';
}

const BY_NAME: ReadonlyMap<string, string> = new Map(
  [...BY_TWO].map(([two, three]) => [nameOf(two).toLowerCase(), three])
);

/**
 * A language as the site's vocabulary has it, from a code of two or three
 * letters, with a region or without (`de`, `deu`, `ger`, `de-CH`), or its
 * English name; null for anything else.
 */
export function languageChoice(written: string): IChoice | null {
  const text = written.trim().toLowerCase();
  const code = /^([a-z]{2,3})(?:[-_][a-z\d]{2,8}){0,4}$/.exec(text)?.[1] ?? '';
  const id =
    BY_TWO.get(code) ??
    LIBRARIES.get(code) ??
    BY_NAME.get(text) ??
    (code.length === 3 ? code : '');
  const title = id && nameOf(id);
  return title ? { id, title } : null;
}
