import { api } from "@/shared/api/client";

/** The document needs the session, which a plain link cannot carry: fetched, then handed to the browser as a file. */
export async function savePdf(receiptId: string, number: string): Promise<void> {
  const file = await api.blob(`/receipts/${receiptId}/pdf`);
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${number}.pdf`;
  link.click();
  URL.revokeObjectURL(address);
}
