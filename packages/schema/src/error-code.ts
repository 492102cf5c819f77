/**
 * Every failure has a code. `C` configuration, `S` storage, `I` identity, `N` network (the
 * backend), `G` gate. The table in `README.md` says where to read on.
 */
export type ErrorCode =
  | 'C01'
  | 'C02'
  | 'C03'
  | 'C04'
  | 'C05'
  | 'C06'
  | 'C07'
  | 'C08'
  | 'C09'
  | 'C10'
  | 'C11'
  | 'C12'
  | 'C13'
  | 'C14'
  | 'S01'
  | 'S02'
  | 'I01'
  | 'I02'
  | 'I03'
  | 'N01'
  | 'N02'
  | 'N03'
  | 'G01'
  | 'G02'
  | 'G03'
  | 'G04'
  | 'G05'
  | 'G06'
  | 'G07';
