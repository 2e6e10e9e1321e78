using FsCheck;
using FsCheck.Fluent;
using Padel.Payments.Gateways;
using Padel.Payments.Gateways.JazzCash;

namespace Padel.Tests.Payments.Gateways;

public sealed class JazzCashHashTests
{
    private const string Salt = "salt0TEST1";

    public static TheoryData<string> All => [.. Vectors.Of("jazzcash").Select(vector => vector.Text("name"))];

    public static TheoryData<string> Rejected => [.. Vectors.Of("jazzcash_must_reject").Select(vector => vector.Text("name"))];

    [Theory, MemberData(nameof(All))]
    public void Signs_as_the_vendor_does(string name)
    {
        var vector = Vectors.Named("jazzcash", name);
        var (salt, fields) = (vector.Text("salt"), vector.Fields());

        JazzCashHash.TextOf(salt, fields).ShouldBe(vector.Text("string_to_hash"));
        JazzCashHash.Of(salt, fields).ShouldBe(vector.Text("secure_hash_upper"));
    }

    [Theory, MemberData(nameof(All))]
    public void Believes_what_the_vendor_signed_in_either_case(string name)
    {
        var vector = Vectors.Named("jazzcash", name);
        foreach (var spelling in new[] { "secure_hash_upper", "secure_hash_lower" })
            JazzCashHash.Matches(vector.Text("salt"), Signed(vector.Fields(), vector.Text(spelling))).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Rejected))]
    public void Rejects_what_must_be_rejected(string name)
    {
        var vector = Vectors.Named("jazzcash_must_reject", name);
        var fields = (vector.TryGetProperty("base", out var known) ? Vectors.Named("jazzcash", known.GetString()!) : Vectors.Of("jazzcash")[0])
            .Fields().ToDictionary(field => field.Key, field => field.Value);
        if (vector.TryGetProperty("change", out var change))
            foreach (var field in change.EnumerateObject())
                fields[field.Name] = field.Value.GetString();

        JazzCashHash.Matches(Salt, Signed(fields, vector.Text("hash"))).ShouldBeFalse();
        JazzCashNotification.Read(Samples.Return([.. fields, new("pp_SecureHash", vector.Text("hash")), .. Reference(fields)]), Samples.JazzCash)
            .Verdict.ShouldBe(InboundVerdict.Forged);
    }

    [Fact]
    public void Any_changed_field_breaks_the_signature()
    {
        var names = new[] { "pp_Amount", "pp_AuthCode", "pp_ResponseCode", "pp_TxnRefNo", "ppmpf_1" };
        var value = ArbMap.Default.ArbFor<NonEmptyString>().Generator.Select(text => text.Get);
        var cases = from values in value.ArrayOf(names.Length)
                    from which in Gen.Choose(0, names.Length - 1)
                    from other in value
                    where other != values[which]
                    select (values, which, other);

        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var fields = names.Zip(sample.values, (name, text) => KeyValuePair.Create(name, (string?)text)).ToArray();
            var hash = JazzCashHash.Of(Salt, fields);
            var before = JazzCashHash.Matches(Salt, Signed(fields, hash));
            fields[sample.which] = new(names[sample.which], sample.other);
            return before && !JazzCashHash.Matches(Salt, Signed(fields, hash)) && !JazzCashHash.Matches(Salt + "x", Signed(fields, hash));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_unsigned_field_in_other_spelling_breaks_it_too()
    {
        var vector = Vectors.Named("jazzcash", "return POST success");
        JazzCashHash.Matches(Salt, Signed([.. vector.Fields(), new("PP_Extra", "x")], vector.Text("secure_hash_upper"))).ShouldBeFalse();
    }

    [Fact]
    public void Names_are_hashed_as_received_and_read_in_any_case()
    {
        var fields = new KeyValuePair<string, string?>[] { new("pp_txnrefno", "R1"), new("PP_RESPONSECODE", "000") };
        var received = Signed(fields, JazzCashHash.Of(Salt, fields));
        JazzCashHash.Matches(Salt, received).ShouldBeTrue();
        received["pp_TxnRefNo"].ShouldBe("R1");
    }

    private static Fields Signed(IEnumerable<KeyValuePair<string, string?>> fields, string hash) =>
        Vectors.AsFields([.. fields.Where(field => field.Key != "pp_SecureHash"), new("pp_SecureHash", hash)]);

    private static IEnumerable<KeyValuePair<string, string?>> Reference(Dictionary<string, string?> fields) =>
        fields.ContainsKey("pp_TxnRefNo") ? [] : [new("pp_TxnRefNo", "T1")];
}
