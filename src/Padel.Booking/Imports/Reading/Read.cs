namespace Padel.Booking.Imports.Reading;

/// <summary>A row read, perhaps with warnings; or refused.</summary>
internal sealed record Read<T>(T? Value, IReadOnlyList<Refusal> Warnings) where T : class
{
    /// <summary>Set exactly when there is no value.</summary>
    public Refusal? Refusal { get; private init; }

    public static implicit operator Read<T>(Refusal refusal) => new(null, []) { Refusal = refusal };
}
