import { cookieDays, type Profile } from '@sluis/schema';
import type { ProfileRules } from './profile.js';

/** 25 months (CNIL 2020). */
const twentyFiveMonths = 761;

/** The rules of each profile, as data: run time, development build and linter read the same. */
export const profiles: { readonly [profile in Profile]: ProfileRules } = {
  nl: {
    answerDays: 182,
    grantsMayEndSooner: true,
    cookieDays,
    profilingDays: 365,
    measurement: { isExempt: true, rule: 'R46' },
    languages: ['nl'],
  },
  be: {
    answerDays: 182,
    grantsMayEndSooner: true,
    cookieDays,
    profilingDays: 365,
    measurement: { isExempt: false, rule: 'R50' },
    languages: ['nl', 'fr', 'de'],
  },
  fr: {
    answerDays: 182,
    grantsMayEndSooner: false,
    cookieDays,
    profilingDays: 365,
    measurement: { isExempt: true, rule: 'R53' },
    measurementDays: twentyFiveMonths,
    languages: ['fr'],
  },
  'eu-strict': {
    answerDays: 182,
    grantsMayEndSooner: false,
    cookieDays,
    profilingDays: 365,
    measurement: { isExempt: false, rule: 'R20' },
    languages: [],
  },
};
