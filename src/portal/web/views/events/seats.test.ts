import { expect, it } from 'vitest';
import type { EventDetail } from '../../api/wire.ts';
import { seatsInWords } from './seats.ts';

const detail = (event: Partial<EventDetail['Event']>, AttendeeCount: number): EventDetail => ({
  Event: {
    Id: 77,
    Name: 'Rooftop Breakfast',
    StartDate: '2030-05-02T09:00:00',
    EndDate: '2030-05-02T11:00:00',
    StartDateUtc: '2030-05-02T07:00:00Z',
    EndDateUtc: '2030-05-02T09:00:00Z',
    ...event,
  },
  AttendeeCount,
});

it('counts the seats that are left', () => {
  expect(seatsInWords(detail({ Allocation: 40 }, 6))).toBe('34 of 40 seats are free');
  expect(seatsInWords(detail({ Allocation: 40 }, 39))).toBe('The last of 40 seats is free');
});

it('never speaks of fewer than no seats', () => {
  expect(seatsInWords(detail({ Allocation: 2 }, 3))).toBe('Sold out');
});

it('says where one can still queue', () => {
  expect(seatsInWords(detail({ Allocation: 2, SoldOut: true, EnableWaitList: true }, 2))).toBe('Sold out; there is a waiting list');
});

it('invents no limit where there is none', () => {
  expect(seatsInWords(detail({ Allocation: null }, 6))).toBe('6 people are coming; seats are not limited');
});
