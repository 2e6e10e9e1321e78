const PAKISTAN_MOBILE = /^\+92(3\d{2})(\d{7})$/;

/** As people here read and dial it: "0300 1234567". Numbers of other places stay as they are. */
export function sayPhone(phone: string): string {
  return phone.replace(PAKISTAN_MOBILE, "0$1\u00a0$2");
}
