/** Where `templates.js`, a classic script, leaves its function for the head. */
export const templatesKey: symbol = Symbol.for('sluis.templates');
