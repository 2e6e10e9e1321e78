import { accessToken } from "@/shared/api/session";
import { ApiError, NoAnswerError } from "@/shared/api/errors";

export type PartReport = { rows: number; taken: number; duplicate: number; blank: number; refused: Record<string, number> };
export type RowNote = { file: string; line: number; reason: string; detail?: string | null };
export type ImportReport = { members: PartReport; bookings: PartReport; refusedRows: RowNote[]; warnings: RowNote[] };
export type ImportFiles = { club?: File; members?: File; bookings?: File };

const TIMEOUT_MS = 10 * 60_000;
const BASE = "/api/v1";

/**
 * Sends the files and waits for the report. Not by fetch: only this way does a browser say how much of an upload has gone,
 * and a long log on a slow line should not look stuck.
 */
export async function importFiles(clubId: string, files: ImportFiles, onProgress: (share: number) => void): Promise<ImportReport> {
  const token = await accessToken();
  const body = new FormData();
  for (const [name, file] of Object.entries(files)) if (file) body.append(name, file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${BASE}/clubs/${clubId}/imports`);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader("Accept", "application/json");
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.upload.onload = () => onProgress(1);
    request.onerror = () => reject(new NoAnswerError("offline"));
    request.ontimeout = () => reject(new NoAnswerError("timeout"));
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer as ImportReport);
      else reject(new ApiError(request.status, (answer ?? {}) as Record<string, unknown>));
    };
    request.send(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A proxy's page instead of an answer: its status says enough.
  }
}
