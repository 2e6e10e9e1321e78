using System.Text;
using Padel.Simulators.EasyPaisa;
using Padel.Simulators.JazzCash;
using Padel.Simulators.PayFast;
using Padel.Simulators.Stripe;

namespace Padel.Tests.Simulators;

/// <summary>The simulators sign as the vendors do: the vectors are the referee between them and our clients.</summary>
public sealed class SimulatorSigningTests
{
    [Fact]
    public void JazzCash_hashes_are_those_of_the_vectors()
    {
        foreach (var vector in Vectors.Of("jazzcash"))
            JazzCashHash.Of(vector.Text("salt"), Vectors.Fields(vector)).ShouldBe(vector.Text("secure_hash_upper"), vector.Text("name"));
    }

    [Fact]
    public void JazzCash_hashes_that_must_be_rejected_do_not_fit()
    {
        var published = Vectors.Of("jazzcash").ToDictionary(vector => vector.Text("name"));
        foreach (var vector in Vectors.Of("jazzcash_must_reject").Where(vector => vector.TryGetProperty("base", out _)))
        {
            var original = published[vector.Text("base")];
            var fields = Vectors.Fields(original);
            foreach (var change in vector.GetProperty("change").EnumerateObject())
                fields[change.Name] = change.Value.GetString()!;
            fields[JazzCashHash.Field] = vector.Text("hash");
            JazzCashHash.Fits(original.Text("salt"), fields).ShouldBeFalse(vector.Text("name"));
        }
    }

    [Fact]
    public void EasyPaisa_hashes_are_those_of_the_vectors()
    {
        foreach (var vector in Vectors.Of("easypaisa").Where(vector => vector.TryGetProperty("merchantHashedReq", out _)))
            EasyPaisaHash.Of(vector.Text("hash_key_ascii"), Vectors.Fields(vector)).ShouldBe(vector.Text("merchantHashedReq"));
    }

    [Fact]
    public void The_RSA_signature_of_the_vectors_is_accepted_and_one_over_other_text_is_not()
    {
        var vector = Vectors.Of("easypaisa").Single(vector => vector.TryGetProperty("public_key_pem", out _));
        EasyPaisaKeys.Verifies(vector.Text("public_key_pem"), vector.Text("signed_text"), vector.Text("signature")).ShouldBeTrue();
        EasyPaisaKeys.Verifies(vector.Text("public_key_pem"), vector.Text("signed_text").Replace(":", ": "), vector.Text("signature")).ShouldBeFalse();
    }

    [Fact]
    public void PayFast_hashes_are_those_of_the_vectors()
    {
        foreach (var vector in Vectors.Of("payfast_pk"))
            PayFastHash.Of(vector.Text("basket_id"), vector.Text("secured_key"), vector.Text("merchant_id"), vector.Text("err_code")).ShouldBe(vector.Text("validation_hash"));
    }

    [Fact]
    public void Stripe_signatures_are_those_of_the_vectors()
    {
        foreach (var vector in Vectors.Of("stripe").Where(vector => vector.TryGetProperty("signature_v1", out _)))
        {
            var body = vector.TryGetProperty("payload_base64", out var bytes) ? Encoding.UTF8.GetString(bytes.GetBytesFromBase64()) : vector.Text("payload");
            StripeSignature.Digest(body, vector.GetProperty("timestamp").GetInt64(), vector.Text("secret")).ShouldBe(vector.Text("signature_v1"));
        }
    }
}
