export { normalizedName } from '../binder/distributionName';
