using Padel.Platform.Jobs;

namespace Padel.Identity.Keys;

/// <summary>A new signing key every month; the old one goes when no token of it can be valid. Nobody is signed out.</summary>
internal sealed class RotateKeys(KeyRing keys) : IJob
{
    public string Name => "identity.rotate-keys";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<JobOutcome> Run(CancellationToken cancellation) => new(await keys.Rotate(cancellation));
}
