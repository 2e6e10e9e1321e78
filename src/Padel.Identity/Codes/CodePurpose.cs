namespace Padel.Identity.Codes;

/// <summary>What a code may be used for; one purpose's code is worthless for another.</summary>
internal static class CodePurpose
{
    /// <summary>Proves a contact: signs in, signs up, or verifies it on an account.</summary>
    public const string SignIn = "sign_in";

    public const string PasswordReset = "password_reset";
}
