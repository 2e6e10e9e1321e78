using Npgsql;
using Padel.Kernel;
using Padel.Payments.Ledger;
using Padel.Payments.Settings;

namespace Padel.Payments.Wallet;

/// <param name="Items">Newest first.</param>
internal sealed record PlayerWalletBody(Guid PlayerId, Money Balance, IReadOnlyList<WalletEntryBody> Items, Guid? NextCursor);

/// <summary>A player's wallet as the staff of one club see it.</summary>
internal static class PlayerWallets
{
    /// <summary>Empty for whoever never had credit: Booking knows the club's players, and the desk picks from those. Null: no such club.</summary>
    public static async Task<PlayerWalletBody?> Find(NpgsqlConnection connection, Guid clubId, Guid playerId, Guid? cursor = null)
    {
        if (await CurrencyOf(connection, clubId) is not { } currency)
            return null;
        var balance = await GeneralLedger.Balance(connection, new Accounts(clubId).Wallet(playerId), currency);
        var page = await WalletHistory.Read(connection, clubId, playerId, cursor);
        return new PlayerWalletBody(playerId, balance, page.Items, page.NextCursor);
    }

    public static async Task<Currency?> CurrencyOf(NpgsqlConnection connection, Guid clubId) =>
        await ClubMoneyRows.Find(connection, clubId) is { } club ? Currency.Of(club.Currency) : null;
}
