using Npgsql;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <summary>Runs a transaction again when it collided on a name: the key of a request that came twice at once, or a booking's reference.</summary>
internal static class Collisions
{
    private const int MaxAttempts = 3;

    /// <param name="transaction">The whole of it: the next run finds the first answer under the key, or draws another reference.</param>
    public static async Task<Result<T>> Retry<T>(Func<Task<Result<T>>> transaction)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transaction();
            }
            catch (PostgresException error) when (attempt < MaxAttempts && (Idempotency.IsKeyTaken(error) || BookingStore.IsReferenceTaken(error)))
            {
                // What stood in the way has committed: look again.
            }
        }
    }
}
