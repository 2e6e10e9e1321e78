import { ApiError, NoAnswerError } from "./errors";
import { accessToken } from "./session";

const BASE = "/api/v1";
/** A photo over a weak mobile line takes its time; what stands still for so long will not arrive. */
const STALLED_MS = 60_000;

/** Sends files and says how far it has come, which the ordinary client cannot. */
export async function upload<T>(path: string, form: FormData, onProgress: (share: number) => void): Promise<T> {
  const token = await accessToken();
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", BASE + path);
    request.responseType = "text";
    request.timeout = STALLED_MS;
    request.setRequestHeader("Accept", "application/json");
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new ApiError(request.status, body));
    };
    request.onerror = () => reject(new NoAnswerError("offline"));
    request.ontimeout = () => reject(new NoAnswerError("timeout"));
    request.send(form);
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return text ? (JSON.parse(text) as Record<string, unknown>) : {};
  } catch {
    // A proxy in between answers with a page of its own; the status says enough.
    return {};
  }
}
