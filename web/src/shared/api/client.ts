import { read, send, type CallOptions } from "./http";
import { accessToken, refresh } from "./session";

async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const token = await accessToken();
  let answer = await send(method, path, options, token);
  if (answer.status === 401 && token) {
    // The token may have run out on the way, or the clock of this phone is off: once more with a fresh one.
    const fresh = await refresh(token);
    if (fresh) answer = await send(method, path, options, fresh);
  }
  return read<T>(answer);
}

export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>("GET", path, options),
  post: <T>(path: string, options?: CallOptions) => call<T>("POST", path, options),
  put: <T>(path: string, options?: CallOptions) => call<T>("PUT", path, options),
  patch: <T>(path: string, options?: CallOptions) => call<T>("PATCH", path, options),
  delete: <T>(path: string, options?: CallOptions) => call<T>("DELETE", path, options),
};
