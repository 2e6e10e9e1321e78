import { read, readBlob, send, type CallOptions } from "./http";
import { accessToken, refresh } from "./session";

async function answerTo(method: string, path: string, options: CallOptions = {}): Promise<Response> {
  const token = await accessToken();
  let answer = await send(method, path, options, token);
  if (answer.status === 401 && token) {
    // The token may have run out on the way, or the clock of this phone is off: once more with a fresh one.
    const fresh = await refresh(token);
    if (fresh) answer = await send(method, path, options, fresh);
  }
  return answer;
}

const call = async <T>(method: string, path: string, options?: CallOptions): Promise<T> => read<T>(await answerTo(method, path, options));

export const api = {
  blob: async (path: string, options?: CallOptions) => readBlob(await answerTo("GET", path, options)),
  get: <T>(path: string, options?: CallOptions) => call<T>("GET", path, options),
  post: <T>(path: string, options?: CallOptions) => call<T>("POST", path, options),
  put: <T>(path: string, options?: CallOptions) => call<T>("PUT", path, options),
  patch: <T>(path: string, options?: CallOptions) => call<T>("PATCH", path, options),
  delete: <T>(path: string, options?: CallOptions) => call<T>("DELETE", path, options),
};
