import { readdirSync, readFileSync } from 'node:fs';

/** Fields of `/proc/<pid>/stat` after the name, which may hold spaces. */
function fieldsOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** CPU time of a process so far, user and system, microseconds: Linux counts in hundredths of a second. */
export function processCpu(pid: number): number {
  const fields = fieldsOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** The same with all its children, the ended ones too. */
export function familyCpu(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        return Number(fieldsOf(child)[1]) === pid;
      } catch {
        return false; // It ended in between.
      }
    });
  const fields = fieldsOf(pid);
  const ended = (Number(fields[13]) + Number(fields[14])) * 10_000;
  return [pid, ...children].reduce((sum, one) => sum + processCpu(one), ended);
}
