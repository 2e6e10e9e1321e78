using Dapper;
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
    /// <summary>Null when nobody here has heard of the player.</summary>
    public static async Task<PlayerWalletBody?> Find(NpgsqlConnection connection, Guid clubId, Guid playerId, Guid? cursor = null)
    {
        if (await CurrencyFor(connection, clubId, playerId) is not { } currency)
            return null;
        var balance = await GeneralLedger.Balance(connection, new Accounts(clubId).Wallet(playerId), currency);
        var page = await WalletHistory.Read(connection, clubId, playerId, cursor);
        return new PlayerWalletBody(playerId, balance, page.Items, page.NextCursor);
    }

    /// <summary>The club's currency, if the player has an account or a booking there; null otherwise.</summary>
    public static async Task<Currency?> CurrencyFor(NpgsqlConnection connection, Guid clubId, Guid playerId) =>
        await ClubMoneyRows.Find(connection, clubId) is { } club && await connection.ExecuteScalarAsync<bool>(
            """
            select exists (select 1 from people where player_id = @playerId)
                or exists (select 1 from charges where club_id = @clubId and player_id = @playerId)
            """, new { clubId, playerId })
            ? Currency.Of(club.Currency)
            : null;
}
