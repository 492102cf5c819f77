export { checkPolicy } from './check-policy.js';
export { checkTheme, type Theme } from './check-theme.js';
export type { Finding } from './finding.js';
export { findDarkWords } from './find-dark-words.js';
export type { ProfileRules } from './profile.js';
export { profiles } from './profiles.js';
