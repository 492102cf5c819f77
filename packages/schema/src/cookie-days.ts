/** As long as a tracker's cookie may live: 13 months (CNIL 2020; R54). Days. */
export const cookieDays = 395;
