import type { Proof } from '@sluis/schema';

/** Gives the visitor the receipt as a JSON file. */
export function downloadReceipt(receipt: Proof): void {
  const blob = new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `sluis-${receipt.decision.id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
