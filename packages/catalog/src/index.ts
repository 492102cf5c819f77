export { catalogue } from './catalogue.js';
export { withCatalogue } from './with-catalogue.js';
