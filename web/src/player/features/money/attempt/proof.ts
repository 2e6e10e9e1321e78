const MEGABYTE = 1024 * 1024;
export const MOST_BYTES = 5 * MEGABYTE;
export const KINDS = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;

/** Why this file cannot be a proof, before anything is sent. */
export function refuses(file: { size: number; type: string }): "proof.tooBig" | "proof.badKind" | undefined {
  if (!KINDS.some((kind) => kind === file.type)) return "proof.badKind";
  return file.size > MOST_BYTES ? "proof.tooBig" : undefined;
}

/** A picture as a data address, the only kind the page's policy lets it show; nothing for a PDF. */
export function previewOf(file: File): Promise<string | undefined> {
  if (!file.type.startsWith("image/")) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : undefined);
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(file);
  });
}
