export { factsFromFormer } from './facts-from-former.js';
export { readFormerAnswers, type FormerAnswers } from './former-answers.js';
