import { afterEach, expect, test, vi } from 'vitest';
import { gpcJson } from '../../../packages/sluis/src/gpc-json.js';
import { hasPrivacySignal } from '../../../packages/sluis/src/has-privacy-signal.js';
import { bankPolicy } from '../bank-config.js';

afterEach(() => vi.unstubAllGlobals());

const withNavigator = (navigator: object, doNotTrack = false): boolean => {
  vi.stubGlobal('navigator', navigator);
  return hasPrivacySignal({ ...bankPolicy, doNotTrack });
};

test('R58 Global Privacy Control counts, and only when it is true', () => {
  expect(withNavigator({ globalPrivacyControl: true })).toBe(true);
  expect(withNavigator({ globalPrivacyControl: false })).toBe(false);
  expect(withNavigator({ globalPrivacyControl: '1' })).toBe(false);
  expect(withNavigator({})).toBe(false);
});

test('Do Not Track counts where the site says so', () => {
  expect(withNavigator({ doNotTrack: '1' })).toBe(false);
  expect(withNavigator({ doNotTrack: '1' }, true)).toBe(true);
  expect(withNavigator({ doNotTrack: '0' }, true)).toBe(false);
});

test('R58 the file for /.well-known/gpc.json has the two members of the draft', () => {
  expect(JSON.parse(gpcJson(new Date('2026-11-22T23:59:00Z')))).toEqual({
    gpc: true,
    lastUpdate: '2026-11-22',
  });
});
