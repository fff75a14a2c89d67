/** Secrets in addresses. */
import { isPlaceholder, isWords } from './placeholder';
import { entropy, looksRandom } from './randomness';
import { IMatch, IRule } from './rule';

/** Characters before a parameter in which its address may begin. */
const BEFORE = 300;

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/i;

/** Whether a parameter's name begins here: after `?`, `&` or `&amp;`. */
function isParameter(text: string, at: number): boolean {
  return /[?&;]/.test(text.charAt(at - 1));
}

const CREDENTIALS =
  /([^\s:@/"'<>`{}$%*\\|,()]{0,64}):((?:[^\s@/"'<>`{}$%*\\]|%[\dA-Fa-f]{2}){3,64})@[\w[]/y;

/** `scheme://user:password@host` */
const urlCredentials: IRule = {
  id: 'url-credentials',
  level: 'stop',
  keywords: ['://'],
  guessable: true,
  find: (text, at) => {
    if (!/[a-z\d]/i.test(text.charAt(at - 1))) {
      return null;
    }
    CREDENTIALS.lastIndex = at + 3;
    const match = CREDENTIALS.exec(text);
    if (!match) {
      return null;
    }
    const [, user, password] = match;
    if (
      isPlaceholder(password) ||
      user === password ||
      /^(?:user(?:name)?|pass(?:word|wd)?|pwd|secret|token|pw)$/i.test(password)
    ) {
      return null;
    }
    const start = at + 3 + user.length + 1;
    return { start, end: start + password.length };
  }
};

const VALUE = /[\w.~%+/=-]{16,2048}/y;

/** `?api_key=…` and its like. */
const urlToken: IRule = {
  id: 'url-token',
  level: 'stop',
  keywords: [
    'access_token=',
    'api_key=',
    'api-key=',
    'apikey=',
    'token=',
    'key=',
    'sig=',
    'password='
  ],
  guessable: true,
  find: (text, at, length) => {
    if (!isParameter(text, at)) {
      return null;
    }
    VALUE.lastIndex = at + length;
    const value = VALUE.exec(text)?.[0];
    if (
      value === undefined ||
      isPlaceholder(value) ||
      isWords(value) ||
      !looksRandom(value)
    ) {
      return null;
    }
    return { start: at + length, end: at + length + value.length };
  }
};

const JUPYTER_TOKEN = /[a-f0-9]{32,64}(?![\w-])/y;

const JUPYTER_ADDRESS =
  /https?:\/\/(?:[^\s/@]{0,100}@)?([\w.-]{1,100}|\[[\da-f:]{2,40}\])(:\d{2,5})?(\/[\w./@%~-]{0,150})?\?$/i;

const JUPYTER_PATH =
  /\/(?:lab|tree|notebooks|nbclassic|retro|voila|hub|user|api|terminals)(?:\/|$)/;

/** The address with which a Jupyter server lets its owner in. */
const jupyterToken: IRule = {
  id: 'jupyter-token',
  level: 'stop',
  keywords: ['token='],
  find: (text, at, length) => {
    if (text.charAt(at - 1) !== '?') {
      return null;
    }
    JUPYTER_TOKEN.lastIndex = at + length;
    const token = JUPYTER_TOKEN.exec(text)?.[0];
    const address = JUPYTER_ADDRESS.exec(
      text.slice(Math.max(0, at - BEFORE), at).replace(/^.*\s/s, '')
    );
    if (token === undefined || !address || entropy(token) < 2.8) {
      return null;
    }
    const [, host, port, path = ''] = address;
    const isBare = port !== undefined && (path === '' || path === '/');
    if (!isBare && !JUPYTER_PATH.test(path)) {
      return null;
    }
    const found: IMatch = {
      start: at + length,
      end: at + length + token.length
    };
    return LOCAL.test(host)
      ? { ...found, level: 'warn', remark: 'local' }
      : found;
  }
};

const SIGNATURE = /[A-Za-z0-9%/+]{43,120}(?:%3D|=)/y;

/** A shared access signature of Azure. */
const azureSas: IRule = {
  id: 'azure-sas',
  level: 'stop',
  keywords: ['sig='],
  find: (text, at, length) => {
    SIGNATURE.lastIndex = at + length;
    const value = SIGNATURE.exec(text)?.[0];
    return isParameter(text, at) && value && entropy(value) >= 3
      ? { start: at + length, end: at + length + value.length }
      : null;
  }
};

const PRESIGNED = /[a-f0-9]{64}(?!\w)/y;

/** An address that Amazon's storage signed: opens one file, for a while. */
const s3Presigned: IRule = {
  id: 's3-presigned',
  level: 'warn',
  keywords: ['x-amz-signature='],
  find: (text, at, length) => {
    PRESIGNED.lastIndex = at + length;
    const value = PRESIGNED.exec(text)?.[0];
    return value && entropy(value) >= 2.8
      ? { start: at + length, end: at + length + value.length }
      : null;
  }
};

const ACCOUNT_KEY = /[A-Za-z0-9+/]{42,88}={0,2}/y;

/** The key of a storage account or service bus of Azure. */
const azureKey: IRule = {
  id: 'azure-key',
  level: 'stop',
  keywords: ['accountkey=', 'sharedaccesskey='],
  find: (text, at, length) => {
    ACCOUNT_KEY.lastIndex = at + length;
    const value = ACCOUNT_KEY.exec(text)?.[0];
    return value && entropy(value) >= 3
      ? { start: at + length, end: at + length + value.length }
      : null;
  }
};

/** In the order in which they are believed. */
export const addressRules: readonly IRule[] = [
  azureKey,
  azureSas,
  s3Presigned,
  jupyterToken,
  urlCredentials,
  urlToken
];
