import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactFields, readContact } from '../../../src/model/contact.ts';

const GOOD = {
  locale: 'fr',
  cell: 'commune-nador',
  message: 'Bonjour',
  channel: 'phone',
  phone: '06 12 34 56 78',
  language: 'ar',
  consent: 'yes',
};
const errorsOf = (change: Record<string, unknown>) => {
  const read = readContact({ ...GOOD, ...change });
  return 'errors' in read ? read.errors : {};
};

test('what is complete is a request', () => {
  expect(readContact(GOOD)).toMatchObject({ request: { cell: 'commune-nador', procedures: [], times: [] } });
});

describe('what is missing or wrong is said by field', () => {
  test.each([
    [{ message: '' }, { message: 'missing' }],
    [{ message: ' \n ' }, { message: 'missing' }],
    [{ message: 'x'.repeat(4001) }, { message: 'too-long' }],
    [{ cell: undefined }, { cell: 'missing' }],
    [{ cell: '../../etc' }, { cell: 'unknown' }],
    [{ channel: 'pigeon' }, { channel: 'missing' }],
    [{ phone: undefined }, { phone: 'missing' }],
    [{ phone: 'call me' }, { phone: 'phone' }],
    [{ channel: 'email' }, { email: 'missing' }],
    [{ channel: 'email', email: 'nobody' }, { email: 'email' }],
    [{ channel: 'email', email: 'a@b.c\r\nBcc: x@y.z' }, { email: 'email' }],
    [{ consent: undefined }, { consent: 'consent' }],
    [{ times: ['night'] }, { times: 'unknown' }],
  ])('%j: %j', (change, errors) => {
    expect(errorsOf(change)).toEqual(errors);
  });
  test('a visit needs neither number nor address', () => {
    expect(errorsOf({ channel: 'visit', phone: undefined })).toEqual({});
  });
});

test('no line break and no turning mark survives where it could become a header or turn a text round', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
      const read = readContact({ ...GOOD, name: text, message: `x${text}` });
      if (!('request' in read)) return;
      expect(read.request.name).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      expect(read.request.message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

test('whatever is sent is a request or has errors', () => {
  fc.assert(fc.property(fc.anything(), (data) => ['request', 'errors'].some((name) => name in readContact(data))));
});

test('lists of a plain form are read as lists', () => {
  const fields: [string, string][] = [
    ['times', 'morning'],
    ['times', 'evening'],
    ['procedures', 'passport land-title'],
    ['name', ''],
    ['__proto__', 'x'],
  ];
  expect(contactFields(fields)).toEqual({ times: ['morning', 'evening'], procedures: ['passport', 'land-title'] });
});
