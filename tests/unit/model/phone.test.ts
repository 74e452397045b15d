import { expect, test } from 'vitest';
import { readPhone } from '../../../src/model/phone.ts';

test.each([
  ['+212 5 37 66 33 00', { tel: '+212537663300', shown: '+212 5 37 66 33 00' }],
  ['19', { tel: '19', shown: '19' }],
  ['8350', { tel: '8350', shown: '8350' }],
])('%s can be dialled', (number, phone) => {
  expect(readPhone(number)).toEqual(phone);
});

test('a toll-free number is dialled as inside Morocco', () => {
  expect(readPhone('080000 23 23')).toEqual({ tel: '0800002323', shown: '0800 00 23 23' });
});

test.each(['', '0', 'call us', '+212', '+212 5 36', '123456'])('%j cannot be dialled', (number) => {
  expect(readPhone(number)).toBeUndefined();
});
