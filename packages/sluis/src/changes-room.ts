export { carryAnswers } from './carry-answers.js';
export { changesSince } from './changes-since.js';
