/** Stands in localStorage while a database or a cache is still to be deleted. */
export const laterKey = 'sluis-cleanup';

/** Before the name of a cookie, in localStorage: the moment at which that cookie has to end. */
export const endKey = 'sluis-end:';

/** In sessionStorage: what the server signed for the relay, so that not every page of a visit asks. It tells nobody apart. */
export const relayKey = 'sluis-relay';

/** In sessionStorage: the banner was refused, until what carries that out is there. */
export const refusalKey = 'sluis-refused';
