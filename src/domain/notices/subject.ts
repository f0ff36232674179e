/**
 * What a notice is about, and so what nobody hears of twice, or in the wrong order: a `seat` (a ticket or plain attendance), a `place` in a waiting
 * list, or the `event` itself, for whoever runs it.
 */
export type SubjectKind = 'seat' | 'place' | 'event';
