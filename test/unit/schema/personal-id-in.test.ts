import { personalIdIn } from '@sluis/schema';
import { describe, expect, it } from 'vitest';

describe('personalIdIn', () => {
  it.each([
    '111222333',
    '123456782',
    '10000008',
    '111.222.333',
    '1112 22 333',
    'urn:nl:bsn:111222333',
    'NL91ABNA0417164300',
    'nl91 abna 0417 1643 00',
    'BE68539007547034',
    'jan@voorbeeld.nl',
    'mailto:jan@voorbeeld.nl',
  ])('S43 refuses %j', (id) => {
    expect(personalIdIn(id)).toBeDefined();
  });

  it.each([
    '111222334',
    '1112223330',
    '1112223',
    'NL92ABNA0417164300',
    'NL91',
    'client-0042',
    '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',
    '11122233-3444-4555-8666-777888999000',
    'auth0|user@tenant',
  ])('S43 lets %j pass', (id) => {
    expect(personalIdIn(id)).toBeUndefined();
  });
});
