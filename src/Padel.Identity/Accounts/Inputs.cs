using Padel.Identity.Codes;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.Accounts;

/// <summary>Reads fields that several routes take, with the sentence for each that is wrong.</summary>
internal static class Inputs
{
    public static readonly Error BadIdentifier = RequestErrors.Invalid(("identifier", "A phone number or an email address."));
    public static readonly Error CodeMissing = RequestErrors.Invalid(("code", $"The {CodeRules.Digits} digits you were sent."));
    public static readonly Error OtpMissing = RequestErrors.Invalid(("otp", "The code your authenticator app shows, or a recovery code."));

    /// <returns>Null when there is none, or when it is wrong and <paramref name="problems"/> says so.</returns>
    public static Contact? Phone(string? text, List<(string, string)> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (PhoneNumber.TryParse(text, out var phone))
            return Contact.Of(phone);
        problems.Add(("phone", "A phone number such as 0300 1234567 or +92 300 1234567."));
        return null;
    }

    /// <returns>Null when there is none, or when it is wrong and <paramref name="problems"/> says so.</returns>
    public static Contact? Email(string? text, List<(string, string)> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (EmailAddress.TryParse(text, out var email))
            return Contact.Of(email);
        problems.Add(("email", "An email address such as name@example.com."));
        return null;
    }
}
