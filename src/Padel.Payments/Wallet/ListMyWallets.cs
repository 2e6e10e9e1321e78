using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Wallet;

internal sealed record WalletBody(Guid ClubId, string ClubName, Money Balance);

internal sealed record WalletList(IReadOnlyList<WalletBody> Items);

/// <summary>A player's credit at each club where there ever was some.</summary>
internal static class ListMyWallets
{
    public static async Task<Ok<WalletList>> Handle(Caller caller, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(Guid ClubId, string Name, long BalanceMinor, string Currency)>(
            """
            select c.club_id, c.name, b.balance_minor, b.currency
            from clubs c join balances b on b.account = 'club:' || c.club_id || ':wallet:' || @UserId::text order by c.name
            """, new { caller.UserId });
        return TypedResults.Ok(new WalletList([.. rows.Select(row => new WalletBody(row.ClubId, row.Name, new Money(row.BalanceMinor, Currency.Of(row.Currency))))]));
    }
}
