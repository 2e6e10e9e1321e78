using Dapper;
using Npgsql;

namespace Padel.Payments.Plans;

/// <summary>What clubs sell, in its rows.</summary>
internal static class PlanProductRows
{
    private const string Columns =
        """
        product_id as ProductId, club_id as ClubId, kind as Kind, name as Name, description as Description, currency as Currency,
        price_minor as PriceMinor, active as Active, minutes as Minutes, valid_days as ValidDays, court_ids as CourtIds, weekdays as Weekdays,
        from_minute as FromMinute, to_minute as ToMinute, months as Months, price_class as PriceClass, benefits as Benefits,
        auto_renewable as AutoRenewable
        """;

    public static Task<PlanProduct?> Find(NpgsqlConnection connection, Guid clubId, Guid productId) =>
        connection.QuerySingleOrDefaultAsync<PlanProduct>(
            $"select {Columns} from plan_products where product_id = @productId and club_id = @clubId", new { productId, clubId });

    public static Task<PlanProduct?> Lock(NpgsqlTransaction transaction, Guid clubId, Guid productId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<PlanProduct>( // a transaction in use has its connection
            $"select {Columns} from plan_products where product_id = @productId and club_id = @clubId for no key update",
            new { productId, clubId }, transaction);

    /// <summary>Cheapest first.</summary>
    public static async Task<List<PlanProduct>> OfClub(NpgsqlConnection connection, Guid clubId, bool all) =>
        (await connection.QueryAsync<PlanProduct>(
            $"select {Columns} from plan_products where club_id = @clubId and (active or @all) order by active desc, price_minor, product_id",
            new { clubId, all })).AsList();

    public static Task Insert(NpgsqlTransaction transaction, PlanProduct product, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into plan_products (product_id, club_id, kind, name, description, currency, price_minor, active, minutes, valid_days, court_ids,
                weekdays, from_minute, to_minute, months, price_class, benefits, auto_renewable, created_at, updated_at)
            values (@ProductId, @ClubId, @Kind, @Name, @Description, @Currency, @PriceMinor, @Active, @Minutes, @ValidDays, @CourtIds,
                @Weekdays, @FromMinute, @ToMinute, @Months, @PriceClass, @Benefits, @AutoRenewable, @now, @now)
            """, Parameters(product, now), transaction);

    /// <summary>Writes what may change. What was sold before keeps its terms.</summary>
    public static Task Update(NpgsqlTransaction transaction, PlanProduct product, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update plan_products set name = @Name, description = @Description, price_minor = @PriceMinor, active = @Active, benefits = @Benefits,
                auto_renewable = @AutoRenewable, updated_at = @now
            where product_id = @ProductId
            """, Parameters(product, now), transaction);

    private static object Parameters(PlanProduct product, DateTimeOffset now) => new
    {
        product.ProductId, product.ClubId, product.Kind, product.Name, product.Description, product.Currency, product.PriceMinor, product.Active,
        product.Minutes, product.ValidDays, product.CourtIds, product.Weekdays, product.FromMinute, product.ToMinute, product.Months,
        product.PriceClass, product.Benefits, product.AutoRenewable, now,
    };
}
