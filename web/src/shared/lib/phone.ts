/** "+92 300 1234567" for a stored number; what is no Pakistani mobile stays as it is. */
export function formatPhone(phone: string): string {
  const mobile = /^\+92(3\d{2})(\d{7})$/.exec(phone);
  if (mobile) return `+92 ${mobile[1]} ${mobile[2]}`;
  const fixed = /^\+92(\d{2})(\d{7,8})$/.exec(phone);
  return fixed ? `+92 ${fixed[1]} ${fixed[2]}` : phone;
}
