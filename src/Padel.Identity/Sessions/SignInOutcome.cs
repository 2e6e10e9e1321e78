using Padel.Kernel;

namespace Padel.Identity.Sessions;

/// <summary>A person has proved who they are: a session, or, with a second factor set up, the challenge to prove that too.</summary>
internal sealed record SignInOutcome
{
    private SignInOutcome(OpenSession? session, string? challenge) => (Session, Challenge) = (session, challenge);

    public OpenSession? Session { get; }

    public string? Challenge { get; }

    public static SignInOutcome Of(OpenSession session) => new(session, null);

    public static SignInOutcome Ask(string challenge) => new(null, challenge);

    public Error AsError() => IdentityErrors.SecondFactorNeeded
        .With("challenge", Challenge).With("expiresInSeconds", (int)SecondFactor.ChallengeDesk.Lifetime.TotalSeconds);
}
