using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.Platform.Auth;
using Padel.Platform.Messaging;

namespace Padel.Payments.Settings;

/// <summary>Writes a club's changed settings as its next version; tells Booking when players can pay in other ways than before.</summary>
internal static class ChangedSettings
{
    /// <returns>What was written. The caller holds the club's row.</returns>
    public static async Task<ClubMoney> Save(NpgsqlTransaction transaction, ClubMoney before, ClubMoney after, StaffMember staff, DateTimeOffset now)
    {
        var written = after with { SettingsVersion = before.SettingsVersion + 1 };
        await ClubMoneyRows.Save(transaction, written);
        if (!written.Methods.SequenceEqual(before.Methods))
            await Outbox.Append(transaction, new OutgoingEvent(EventTypes.Payments.MethodsChanged, written.ClubId,
                new MethodsChangedV1(written.ClubId, written.SettingsVersion, written.Methods, $"staff:{staff.UserId}")), now);
        return written;
    }
}
