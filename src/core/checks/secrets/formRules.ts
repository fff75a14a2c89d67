/** Tokens that are known by their form: a vendor's prefix and a length. */
import { canBegin } from './boundary';
import { isMadeUp } from './placeholder';
import { entropy } from './randomness';
import { IMatch, IRule, IRuleContext, RuleId } from './rule';

interface IForm {
  readonly id: RuleId;
  readonly keywords: readonly string[];
  /** The whole token, in JavaScript's regular expressions. */
  readonly pattern: string;
  /** Characters of the token before the keyword. */
  readonly back?: number;
  /** What a token must have beyond its form. */
  readonly check?: (token: string) => boolean;
  /** What to say of this one beside the rule. */
  readonly remark?: (
    token: string,
    context: IRuleContext
  ) => Pick<IMatch, 'level' | 'remark'>;
}

const hasDigit = (token: string) => /\d/.test(token);

const forms: readonly IForm[] = [
  {
    id: 'github',
    keywords: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: '(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\\w{82})(?!\\w)'
  },
  {
    id: 'gitlab',
    keywords: ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glsoat-'],
    pattern: 'gl(?:pat|dt|rt|cbt|ptt|soat)-[\\w-]{20,300}',
    check: hasDigit
  },
  {
    id: 'openai',
    keywords: ['sk-proj-', 'sk-svcacct-', 'sk-admin-'],
    pattern: 'sk-(?:proj|svcacct|admin)-[\\w-]{40,200}(?![\\w-])',
    check: hasDigit
  },
  {
    id: 'openai',
    keywords: ['t3blbkfj'],
    back: 23,
    pattern: 'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}(?!\\w)'
  },
  {
    id: 'anthropic',
    keywords: ['sk-ant-'],
    pattern: 'sk-ant-(?:api|admin|oat)\\d{2}-[\\w-]{80,120}(?![\\w-])'
  },
  {
    id: 'huggingface',
    keywords: ['hf_', 'api_org_'],
    pattern: '(?:hf_|api_org_)[A-Za-z0-9]{34}(?!\\w)'
  },
  {
    id: 'aws-id',
    keywords: ['akia', 'asia', 'abia', 'acca'],
    pattern: '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?!\\w)',
    // Peptides are written in twenty letters, and some begin with AKIA.
    check: token => /[2-7BJOUXZ]/.test(token.slice(4))
  },
  {
    id: 'google-api',
    keywords: ['aiza'],
    pattern: 'AIza[\\w-]{35}(?![\\w-])',
    remark: (_, { web }) => (web ? { remark: 'map-key' } : {})
  },
  {
    id: 'google-oauth',
    keywords: ['ya29.', 'gocspx-'],
    pattern: '(?:ya29\\.[\\w-]{20,2000}|GOCSPX-[\\w-]{28}(?![\\w-]))',
    check: hasDigit
  },
  {
    id: 'slack',
    keywords: ['a', 'b', 'e', 'o', 'p', 'r', 's'].map(c => `xox${c}-`),
    pattern: 'xox[abeoprs]-[\\w-]{10,300}',
    check: hasDigit
  },
  {
    id: 'slack',
    keywords: ['hooks.slack.com/'],
    pattern:
      'hooks\\.slack\\.com/(?:services|workflows|triggers)/[\\w/+-]{30,300}'
  },
  {
    id: 'stripe',
    keywords: ['sk', 'rk'].flatMap(kind =>
      ['live', 'prod', 'test'].map(mode => `${kind}_${mode}_`)
    ),
    pattern: '[sr]k_(?:live|prod|test)_[A-Za-z0-9]{10,99}(?!\\w)',
    check: hasDigit,
    remark: token =>
      token.slice(3, 7) === 'test' ? { level: 'warn', remark: 'test-key' } : {}
  },
  {
    id: 'npm',
    keywords: ['npm_'],
    pattern: 'npm_[A-Za-z0-9]{36}(?!\\w)'
  },
  {
    id: 'pypi',
    keywords: ['pypi-age'],
    pattern: 'pypi-AgE[\\w-]{50,1000}'
  },
  {
    id: 'sendgrid',
    keywords: ['sg.'],
    pattern: 'SG\\.[\\w-]{22}\\.[\\w-]{43}(?![\\w-])'
  },
  {
    id: 'databricks',
    keywords: ['dapi'],
    pattern: 'dapi[a-f0-9]{32}(?:-\\d)?(?!\\w)'
  }
];

/** Bits a character; hexadecimal digits by chance have 3.6. */
const LEAST_ENTROPY = 2.8;

function formRule(form: IForm): IRule {
  const pattern = new RegExp(form.pattern, 'y');
  const { back = 0, check } = form;
  return {
    id: form.id,
    level: 'stop',
    keywords: form.keywords,
    find: (text, at, _, context) => {
      const start = at - back;
      if (start < 0) {
        return null;
      }
      // First, as most of what has a keyword is not written like a token.
      pattern.lastIndex = start;
      const token = pattern.exec(text)?.[0];
      if (
        token === undefined ||
        !canBegin(text, start) ||
        check?.(token) === false ||
        isMadeUp(token) ||
        entropy(token) < LEAST_ENTROPY
      ) {
        return null;
      }
      const remark = form.remark?.(token, context);
      return { start, end: start + token.length, ...remark };
    }
  };
}

/** The rules for tokens with a form of their own. */
export const formRules: readonly IRule[] = forms.map(formRule);
