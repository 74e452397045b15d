/** How early a name is shown on the map: provinces from afar, villages from near. */
export const RANK = { province: 0, seat: 1, city: 2, town: 3, village: 4 } as const;
