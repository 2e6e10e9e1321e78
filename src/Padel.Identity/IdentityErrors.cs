using Padel.Kernel;

namespace Padel.Identity;

/// <summary>Expected failures of this service. Codes are listed in docs/errors.md and never change their meaning.</summary>
internal static class IdentityErrors
{
    public static readonly Error AlreadyRegistered =
        new("identity.already_registered", 409, "This phone or email belongs to an account already. Sign in with it instead.");
    public static readonly Error BadCredentials =
        new("identity.bad_credentials", 401, "That does not match. Check what you typed, or ask for a new code.");
    public static readonly Error BadCode =
        new("identity.bad_code", 422, "That code is wrong or has expired. Ask for a new one.");
    public static readonly Error WrongPassword =
        new("identity.wrong_password", 422, "That is not your current password.");
    public static readonly Error BadOtp =
        new("identity.bad_otp", 422, "That code from your authenticator app is not right. Wait for the next one and try again.");
    public static readonly Error ContactNotYours =
        new("identity.contact_not_yours", 422, "This phone or email is not on your account. Add it to your profile first.");
    public static readonly Error CrossOrigin =
        new("identity.cross_origin", 403, "This request came from another site.");
    public static readonly Error SecondFactorNeeded =
        new("identity.second_factor_needed", 401, "Enter the code from your authenticator app.");
    public static readonly Error ChallengeExpired =
        new("identity.challenge_expired", 401, "This sign-in took too long or was tried too often. Start again.");
    public static readonly Error SecondFactorSet =
        new("identity.second_factor_set", 409, "A second factor is set up already. Remove it first.");
    public static readonly Error SecondFactorNotSet =
        new("identity.second_factor_not_set", 422, "No second factor is set up.");
    public static readonly Error GoogleUnavailable =
        new("identity.google_unavailable", 503, "Google cannot be reached right now. Sign in with a code instead.") { RetryAfter = TimeSpan.FromMinutes(1) };
    public static readonly Error SessionEnded =
        new("identity.session_ended", 401, "You are signed out. Please sign in again.");
    public static readonly Error UnknownPerson =
        new("identity.unknown_person", 422, "Nobody has proved this phone or email yet. Ask them to sign up with it first, then add them.");
    public static readonly Error LastOwner =
        new("identity.last_owner", 422, "A club needs an owner. Make somebody else owner first.");
    public static readonly Error RoleAboveYours =
        new("identity.role_above_yours", 403, "Managers look after the desk; only an owner changes managers and owners.");

    public static Error Locked(TimeSpan wait) =>
        new("identity.locked", 429, "Too many wrong tries. Wait a quarter of an hour, or sign in with a code.") { RetryAfter = wait };
}
