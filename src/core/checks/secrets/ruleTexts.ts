/** What people are told of a find, by its rule. */
import { ITranslator } from '../../text';

import { RuleId } from './rule';

/** What was found, as the subject of a sentence. */
export function whatIs(rule: RuleId, trans: ITranslator): string {
  switch (rule) {
    case 'own-token':
      return trans.__('The access token with which you are signed in');
    case 'private-key':
      return trans.__('A private key');
    case 'github':
      return trans.__('A GitHub token');
    case 'gitlab':
      return trans.__('A GitLab token');
    case 'openai':
      return trans.__('An OpenAI key');
    case 'anthropic':
      return trans.__('An Anthropic key');
    case 'huggingface':
      return trans.__('A Hugging Face token');
    case 'aws-id':
      return trans.__('An Amazon Web Services key id');
    case 'aws-secret':
      return trans.__('An Amazon Web Services secret key');
    case 'google-api':
      return trans.__('A Google API key');
    case 'google-sa':
      return trans.__('The key of a Google service account');
    case 'google-oauth':
      return trans.__('A Google sign-in token');
    case 'slack':
      return trans.__('A Slack token');
    case 'stripe':
      return trans.__('A Stripe key');
    case 'npm':
      return trans.__('An npm token');
    case 'pypi':
      return trans.__('A token for uploads to PyPI');
    case 'sendgrid':
      return trans.__('A SendGrid key');
    case 'databricks':
      return trans.__('A Databricks token');
    case 'azure-key':
      return trans.__('The key of an Azure account');
    case 'azure-sas':
      return trans.__('A signed Azure link');
    case 's3-presigned':
      return trans.__('A signed Amazon S3 link');
    case 'jwt':
      return trans.__('A sign-in token (JWT)');
    case 'zenodo':
      return trans.__('What looks like a Zenodo access token');
    case 'wandb':
      return trans.__('What looks like a Weights & Biases key');
    case 'kaggle':
      return trans.__('A Kaggle key');
    case 'jupyter-token':
      return trans.__('The token of a Jupyter server');
    case 'url-credentials':
      return trans.__('A password in an address');
    case 'auth-header':
      return trans.__('A sign-in header of a web request');
    case 'url-token':
      return trans.__('A key or token in an address');
    case 'env-dump':
      return trans.__('A printout of all environment variables');
    case 'keyword':
      return trans.__('What may be a password or key');
    case 'dotfile':
      return trans.__('A file of a kind that holds passwords or keys');
    case 'many':
      return trans.__('A file with very many possible secrets');
    case 'unread':
      return trans.__('A file that could not be checked for secrets');
  }
}

/** Where a secret is made invalid; null where nobody but the user knows. */
export function whereToRevoke(rule: RuleId, trans: ITranslator): string | null {
  switch (rule) {
    case 'own-token':
      return trans.__('the site where you made it, under Applications');
    case 'zenodo':
      return trans.__('zenodo.org, your account, Applications');
    case 'github':
      return trans.__('github.com, Settings, Developer settings');
    case 'gitlab':
      return trans.__('your GitLab, Preferences, Access tokens');
    case 'openai':
      return trans.__('platform.openai.com, API keys');
    case 'anthropic':
      return trans.__('the Anthropic console, API keys');
    case 'huggingface':
      return trans.__('huggingface.co, Settings, Access Tokens');
    case 'aws-id':
    case 'aws-secret':
      return trans.__('the AWS console, IAM, Security credentials');
    case 'google-api':
    case 'google-sa':
    case 'google-oauth':
      return trans.__('console.cloud.google.com, Credentials');
    case 'slack':
      return trans.__('api.slack.com, Your Apps');
    case 'stripe':
      return trans.__('the Stripe dashboard, API keys');
    case 'npm':
      return trans.__('npmjs.com, Access Tokens');
    case 'pypi':
      return trans.__('pypi.org, Account settings, API tokens');
    case 'sendgrid':
      return trans.__('SendGrid, Settings, API Keys');
    case 'databricks':
      return trans.__('your Databricks workspace, Settings');
    case 'azure-key':
    case 'azure-sas':
      return trans.__('portal.azure.com, Access keys of the account');
    case 'wandb':
      return trans.__('wandb.ai, User settings');
    case 'kaggle':
      return trans.__('kaggle.com, Settings, API');
    case 'jupyter-token':
      return trans.__(
        'the Jupyter server: it makes a new one when it is started again'
      );
    default:
      return null;
  }
}
